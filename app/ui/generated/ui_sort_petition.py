# From forms/screens/sort_petition.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# By which way a petition is handled (信访工作条例第29至31条).

################################################################################
## Form generated from reading UI file 'sort_petition.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_SortPetitionForm(object):
    def setupUi(self, SortPetitionForm):
        if not SortPetitionForm.objectName():
            SortPetitionForm.setObjectName(u"SortPetitionForm")
        self.grid = QGridLayout(SortPetitionForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.way_row = RadioRow(SortPetitionForm)
        self.way_row.setObjectName(u"way_row")
        self.way_row.setProperty(u"path", u"way")
        self.way_row.setMandatory(True)

        self.grid.addWidget(self.way_row, 0, 0, 1, 2)

        self.reason_row = TallRow(SortPetitionForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(2000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 1, 0, 1, 2)

        self.on_row = DayRow(SortPetitionForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.by_row = TextRow(SortPetitionForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(SortPetitionForm)

        QMetaObject.connectSlotsByName(SortPetitionForm)
    # setupUi

    def retranslateUi(self, SortPetitionForm):
        self.way_row.setCaption(QCoreApplication.translate("SortPetitionForm", u"\u529e\u7406\u9014\u5f84", None))
        self.reason_row.setCaption(QCoreApplication.translate("SortPetitionForm", u"\u7504\u522b\u7684\u7406\u7531", None))
        self.reason_row.setPlaceholder(QCoreApplication.translate("SortPetitionForm", u"\u4e3a\u4ec0\u4e48\u8d70\u8fd9\u6761\u9014\u5f84", None))
        self.on_row.setCaption(QCoreApplication.translate("SortPetitionForm", u"\u7504\u522b\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("SortPetitionForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
