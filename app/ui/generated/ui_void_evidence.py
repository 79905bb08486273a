# From forms/screens/void_evidence.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Taking an item off the evidence list.

################################################################################
## Form generated from reading UI file 'void_evidence.ui'
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

class Ui_VoidEvidenceForm(object):
    def setupUi(self, VoidEvidenceForm):
        if not VoidEvidenceForm.objectName():
            VoidEvidenceForm.setObjectName(u"VoidEvidenceForm")
        self.grid = QGridLayout(VoidEvidenceForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.no_row = RadioRow(VoidEvidenceForm)
        self.no_row.setObjectName(u"no_row")
        self.no_row.setProperty(u"path", u"no")
        self.no_row.setMandatory(True)

        self.grid.addWidget(self.no_row, 0, 0, 1, 1)

        self.reason_row = TallRow(VoidEvidenceForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(2)

        self.grid.addWidget(self.reason_row, 1, 0, 1, 1)

        self.grid.setColumnStretch(0, 1)

        self.retranslateUi(VoidEvidenceForm)

        QMetaObject.connectSlotsByName(VoidEvidenceForm)
    # setupUi

    def retranslateUi(self, VoidEvidenceForm):
        self.no_row.setCaption(QCoreApplication.translate("VoidEvidenceForm", u"\u64a4\u4e0b\u54ea\u4e00\u9879", None))
        self.reason_row.setCaption(QCoreApplication.translate("VoidEvidenceForm", u"\u64a4\u4e0b\u7684\u7406\u7531", None))
        pass
    # retranslateUi
