# From forms/screens/file_case.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Putting a closed case into the archive (办法第24条).

################################################################################
## Form generated from reading UI file 'file_case.ui'
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

from app.ui.widgets.designed_acts import CountRow
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_FileCaseForm(object):
    def setupUi(self, FileCaseForm):
        if not FileCaseForm.objectName():
            FileCaseForm.setObjectName(u"FileCaseForm")
        self.grid = QGridLayout(FileCaseForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.on_row = DayRow(FileCaseForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 0, 0, 1, 1)

        self.volume_row = TextRow(FileCaseForm)
        self.volume_row.setObjectName(u"volume_row")
        self.volume_row.setProperty(u"path", u"volume")
        self.volume_row.setMandatory(True)
        self.volume_row.setLimit(50)

        self.grid.addWidget(self.volume_row, 0, 1, 1, 1)

        self.retention_row = ChoiceRow(FileCaseForm)
        self.retention_row.setObjectName(u"retention_row")
        self.retention_row.setProperty(u"path", u"retention")
        self.retention_row.setMandatory(True)

        self.grid.addWidget(self.retention_row, 1, 0, 1, 1)

        self.pages_row = CountRow(FileCaseForm)
        self.pages_row.setObjectName(u"pages_row")
        self.pages_row.setProperty(u"path", u"pages")
        self.pages_row.setMandatory(True)

        self.grid.addWidget(self.pages_row, 1, 1, 1, 1)

        self.by_row = TextRow(FileCaseForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 0, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(FileCaseForm)

        QMetaObject.connectSlotsByName(FileCaseForm)
    # setupUi

    def retranslateUi(self, FileCaseForm):
        self.on_row.setCaption(QCoreApplication.translate("FileCaseForm", u"\u5f52\u6863\u65e5\u671f", None))
        self.volume_row.setCaption(QCoreApplication.translate("FileCaseForm", u"\u5377\u53f7", None))
        self.retention_row.setCaption(QCoreApplication.translate("FileCaseForm", u"\u4fdd\u7ba1\u671f\u9650", None))
        self.pages_row.setCaption(QCoreApplication.translate("FileCaseForm", u"\u5377\u5185\u9875\u6570", None))
        self.by_row.setCaption(QCoreApplication.translate("FileCaseForm", u"\u5f52\u6863\u4eba", None))
        pass
    # retranslateUi
