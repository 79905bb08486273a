# From forms/screens/object_petition.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# An objection against a matter sent here (信访工作条例第23条第三款).

################################################################################
## Form generated from reading UI file 'object_petition.ui'
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

from app.ui.widgets.designed_acts import TallRow
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_ObjectPetitionForm(object):
    def setupUi(self, ObjectPetitionForm):
        if not ObjectPetitionForm.objectName():
            ObjectPetitionForm.setObjectName(u"ObjectPetitionForm")
        self.grid = QGridLayout(ObjectPetitionForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.to_row = TextRow(ObjectPetitionForm)
        self.to_row.setObjectName(u"to_row")
        self.to_row.setProperty(u"path", u"to")
        self.to_row.setMandatory(True)
        self.to_row.setLimit(100)

        self.grid.addWidget(self.to_row, 0, 0, 1, 2)

        self.reason_row = TallRow(ObjectPetitionForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(5000)
        self.reason_row.setLines(5)

        self.grid.addWidget(self.reason_row, 1, 0, 1, 2)

        self.on_row = DayRow(ObjectPetitionForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.by_row = TextRow(ObjectPetitionForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ObjectPetitionForm)

        QMetaObject.connectSlotsByName(ObjectPetitionForm)
    # setupUi

    def retranslateUi(self, ObjectPetitionForm):
        self.to_row.setCaption(QCoreApplication.translate("ObjectPetitionForm", u"\u8f6c\u9001\u3001\u4ea4\u529e\u7684\u673a\u5173\u3001\u5355\u4f4d", None))
        self.reason_row.setCaption(QCoreApplication.translate("ObjectPetitionForm", u"\u8be6\u7ec6\u7406\u7531", None))
        self.on_row.setCaption(QCoreApplication.translate("ObjectPetitionForm", u"\u63d0\u51fa\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("ObjectPetitionForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
